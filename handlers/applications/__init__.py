"""An application, question by question, and the decision about it."""
