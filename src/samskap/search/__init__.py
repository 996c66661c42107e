"""Search: everything public, found by its words, in five languages.

entry      the stems of one thing that everybody may read, and no more: what is shown is read from
           the thing itself, so that nothing is shown that may not be read any more
stem       a word without its ending; both databases keep the same, and find the same
bookmark   how far in the memory of what happened the entries are true
tier       how well a thing fits: all words in its title, all words, words that begin so, some
similar    what people have said already that is like what somebody is writing
"""
