"""The statistical taggers: two for Chinese, one for English. They propose; they do not decide."""
