"""What roles are called."""
# keys: role-*

from __future__ import annotations

from models import Role

ROLE_KEYS = {role: f"role-{role.value}" for role in Role}
