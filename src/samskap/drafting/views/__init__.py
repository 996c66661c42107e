"""The pages of joint texts."""
