"""Charts of the report: one style, one width, three heights, labels at the marks."""
