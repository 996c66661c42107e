"""People: accounts, sign-in, roles, the voluntary profile, and consent.

person      someone who takes part; one account serves every municipality
level       how sure we are of who somebody is: 0 anonymous, 1 reached by e-mail, 2 national e-ID
role        what a person is in one municipality, from one day to another
profile     needs, goals, wishes and resources: the person’s own words, private unless they say so
consent     leave to use something about a person, for one purpose and until one day
household   people who live together and say so; they count as one party, never as several
"""
