"""Tables of figures that a trust gives as they stand: each a module, and one list of them."""
