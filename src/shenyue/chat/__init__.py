"""The assistant without a screen: what is asked, and the answer from the review alone."""
