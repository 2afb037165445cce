"""E-mail over SMTP. `MAIL_URL`: `smtp://user:password@host:587` (STARTTLS) or `smtps://user:password@host:465`."""
