"""What a person sees in Telegram: one package per subject. No rules of the programme here, and no SQL."""
