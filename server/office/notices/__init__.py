"""Notices (火险隐患整改通知书): the list, a new one, one as the paper form, and what moves it with all its hazards.

Start reading at ``views``; ``draft`` turns the form of a new notice into an issued one, ``moves`` holds
receipt, refusal and withdrawal.
"""
