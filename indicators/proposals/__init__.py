"""Proposals to adjust targets, made on a frozen review: what is proposed and why, newer over older, never the review.

`plans.proposed` makes a plan's workbook of them.
"""

from indicators.proposals.model import Fault, Proposal, fault_of
from indicators.proposals.recording import all_proposals, propose, standing_proposals, withdraw_proposal

__all__ = [
    "Fault",
    "Proposal",
    "all_proposals",
    "fault_of",
    "propose",
    "standing_proposals",
    "withdraw_proposal",
]
