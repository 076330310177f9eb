"""Reports on paper, as a spreadsheet, as a picture and in a terminal."""
