"""How a school begins: the operator makes it and hands out the links for its curator and its head."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from models import Organization, Role
from services.joining import create_invitation


def found_school(
    session: Session, name: str, address: str, timezone: str, *, now: datetime
) -> dict[Role, str]:
    """Make a school that stands alone. Returns the codes of the links for one curator and one head."""
    organization = Organization(name=name, address=address, timezone=timezone, created_at=now)
    session.add(organization)
    session.flush()
    return {
        role: create_invitation(session, organization.id, role, now=now).code
        for role in (Role.CURATOR, Role.HEAD)
    }
