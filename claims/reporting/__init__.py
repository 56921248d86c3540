"""A report as text, Markdown or JSON; nothing here decides anything about the claims."""
