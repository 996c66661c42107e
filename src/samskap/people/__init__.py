"""People: accounts, sign-in, roles, the voluntary profile, and consent.

person      someone who takes part; one account serves every municipality
level       how sure we are of who somebody is: 0 anonymous, 1 reached by e-mail, 2 national e-ID
provider    someone whom a municipality trusts to say who signs in: ID-porten, MitID, FEIDE
identity    somebody whom a provider knows, and the account that it opens
session     a browser in which somebody is signed in
draft       what somebody wrote before signing in, until they publish it
role        what a person is in one municipality, from one day to another
profile     needs, goals, wishes and resources: the person’s own words, private unless they say so
consent     leave to use something about a person, for one purpose and until one day
household   people who live together and say so; they count as one party, never as several
"""
