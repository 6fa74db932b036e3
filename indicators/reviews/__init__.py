"""Reviews (bản chốt số liệu): frozen under a name, signed, opened, written out as a folder that lives on its own."""

from indicators.reviews.export import export
from indicators.reviews.freezing import freeze
from indicators.reviews.gathering import scope_named, scopes_of
from indicators.reviews.keys import key_file, renew_key, signing_keys
from indicators.reviews.model import EVERYTHING, Progress, Review, ReviewFile, Scope, ScopeKind, usual_occasion
from indicators.reviews.opening import file_of_review, open_review, reviews

__all__ = [
    "EVERYTHING", "Progress", "Review", "ReviewFile", "Scope", "ScopeKind", "export", "file_of_review", "freeze",
    "key_file", "open_review", "renew_key", "reviews", "scope_named", "scopes_of", "signing_keys", "usual_occasion",
]  # fmt: skip
