"""The catalogue importer: official text, CSV or spreadsheet in, service items out."""
