"""A stateful Telegram on loopback, as strict as Telegram: try the bot without a token and drive it in tests.

It stands on aiogram's method and type models and on aiohttp, and knows nothing of this project.
"""
