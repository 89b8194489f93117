"""M50: the quiz: banks of questions, what an answer is worth, the teams' points, and what the answers say about the
questions themselves. Banks hold no right answers: these are keys, and lie with the solutions."""
