"""After a meeting: whether it took place, what was done and agreed there, the trial words, the diary."""
