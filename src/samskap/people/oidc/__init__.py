"""OpenID Connect: the municipality lets somebody it trusts say who signs in.

wire       asks a provider over the network, and nobody else
discovery  where a provider’s doors are, and which keys it signs with
flow       there and back: what is sent along, and what must come back
keys       how the municipality proves itself

Written from OpenID Connect Core 1.0, Discovery 1.0 and RP-Initiated Logout 1.0, RFC 7636 (PKCE),
RFC 7523 (private_key_jwt) and RFC 9207 (issuer in the answer), and tried against a program that
others wrote.
"""
