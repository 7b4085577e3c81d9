"""`twin doctor`: walks the way a client goes, and names the first step that is broken and its mend.

It judges what anybody can see from outside; it changes nothing and asks one cheap question.
"""
