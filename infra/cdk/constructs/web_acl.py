"""The firewall before one region's API."""

from __future__ import annotations

import json

from aws_cdk import aws_wafv2 as wafv2
from constructs import Construct

from infra.cdk.constructs.gateway_responses import PROBLEM_TYPE_PREFIX

# Requests of one address in five minutes. An office full of recruiters shares one; the functions count callers.
_REQUESTS_OF_ONE_ADDRESS = 3000
_WINDOW_SECONDS = 300

# Rules about bodies that only count. Bodies here are text about a person, often longer than the 8 KB these rules
# expect and full of URLs, paths and markup; they are parsed as data, and never rendered, opened or fetched.
_FREE_TEXT_RULES = (
    "SizeRestrictions_BODY",
    "CrossSiteScripting_BODY",
    "GenericLFI_BODY",
    "GenericRFI_BODY",
    "EC2MetaDataSSRF_BODY",
)


class WebAcl(Construct):
    """AWS's managed rules against common attacks and known bad inputs, and a rate per address."""

    def __init__(self, scope: Construct, id_: str, *, name: str, stage_arn: str) -> None:
        """Make the web ACL and associate it with an API's stage."""
        super().__init__(scope, id_)
        acl = wafv2.CfnWebACL(
            self,
            "Acl",
            name=name,
            scope="REGIONAL",
            default_action=wafv2.CfnWebACL.DefaultActionProperty(allow={}),
            visibility_config=_visibility(name),
            custom_response_bodies={
                "too-many": wafv2.CfnWebACL.CustomResponseBodyProperty(
                    content=json.dumps(
                        {
                            "type": f"{PROBLEM_TYPE_PREFIX}rate-limited",
                            "title": "A limit is reached",
                            "status": 429,
                            "detail": "too many requests from this address",
                            "limit": "address",
                        }
                    ),
                    content_type="APPLICATION_JSON",
                )
            },
            rules=[
                _per_address(0),
                _managed(1, "AWSManagedRulesCommonRuleSet", count_only=_FREE_TEXT_RULES),
                _managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
            ],
        )
        wafv2.CfnWebACLAssociation(self, "Association", resource_arn=stage_arn, web_acl_arn=acl.attr_arn)


def _per_address(priority: int) -> wafv2.CfnWebACL.RuleProperty:
    return wafv2.CfnWebACL.RuleProperty(
        name="PerAddress",
        priority=priority,
        statement=wafv2.CfnWebACL.StatementProperty(
            rate_based_statement=wafv2.CfnWebACL.RateBasedStatementProperty(
                limit=_REQUESTS_OF_ONE_ADDRESS, evaluation_window_sec=_WINDOW_SECONDS, aggregate_key_type="IP"
            )
        ),
        action=wafv2.CfnWebACL.RuleActionProperty(
            block=wafv2.CfnWebACL.BlockActionProperty(
                custom_response=wafv2.CfnWebACL.CustomResponseProperty(
                    response_code=429,
                    custom_response_body_key="too-many",
                    response_headers=[
                        wafv2.CfnWebACL.CustomHTTPHeaderProperty(name="Retry-After", value=str(_WINDOW_SECONDS))
                    ],
                )
            )
        ),
        visibility_config=_visibility("PerAddress"),
    )


def _managed(priority: int, group: str, *, count_only: tuple[str, ...] = ()) -> wafv2.CfnWebACL.RuleProperty:
    return wafv2.CfnWebACL.RuleProperty(
        name=group,
        priority=priority,
        override_action=wafv2.CfnWebACL.OverrideActionProperty(none={}),
        statement=wafv2.CfnWebACL.StatementProperty(
            managed_rule_group_statement=wafv2.CfnWebACL.ManagedRuleGroupStatementProperty(
                vendor_name="AWS",
                name=group,
                rule_action_overrides=[
                    wafv2.CfnWebACL.RuleActionOverrideProperty(
                        name=rule, action_to_use=wafv2.CfnWebACL.RuleActionProperty(count={})
                    )
                    for rule in count_only
                ],
            )
        ),
        visibility_config=_visibility(group),
    )


def _visibility(metric: str) -> wafv2.CfnWebACL.VisibilityConfigProperty:
    # Sampled requests would keep callers' headers and questions in the console.
    return wafv2.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, metric_name=metric, sampled_requests_enabled=False
    )
