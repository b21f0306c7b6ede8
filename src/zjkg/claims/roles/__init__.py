"""Who holds which post where: posts, grammar of joined posts, credits."""
