"""What every subject needs to speak with a person: texts, screens, keyboards, notices."""
