"""What an organisation tells in words, without figures."""
