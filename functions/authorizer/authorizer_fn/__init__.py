"""The authorizer: a credential becomes a principal for API Gateway."""
