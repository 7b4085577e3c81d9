"""One construct per capability. Imported as `infra.cdk.constructs`, never as a top-level `constructs`."""
