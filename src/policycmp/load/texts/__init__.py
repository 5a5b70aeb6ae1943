"""The texts of sources: plain text, Markdown, HTML, PDF."""
