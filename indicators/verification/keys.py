"""Ed25519 keys of reviews: reading the public half, its fingerprint, and whether a signature holds."""

from __future__ import annotations

from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key


def read_public_key(pem: bytes) -> Ed25519PublicKey:
    """Raises ValueError for anything but one Ed25519 public key in PEM."""
    try:
        key = load_pem_public_key(pem)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ValueError(str(error)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(type(key).__name__)
    return key


def fingerprint_of(key: Ed25519PublicKey) -> str:
    """SHA-256 of the key's 32 bytes, 64 hexadecimal digits: what stands in the store and on the Word report."""
    return sha256(key.public_bytes_raw()).hexdigest()


def is_signed(key: Ed25519PublicKey, signature: bytes, content: bytes) -> bool:
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True
