"""The CDK app: every resource of a deployment, the same for the local emulator and for AWS."""
