"""The curator's inbox: open alerts, their cards, the weekly digest."""
