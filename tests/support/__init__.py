"""What several tests need: principals, a profile, a container over the fakes, and events as AWS sends them."""
