"""A folder for a website: the finished reports, their downloads, a page that lists them."""
