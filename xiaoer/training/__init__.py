"""Training: courses on what the shop sells, the tests on them, and who passed when.

Owns courses, lessons, exams, their questions, sittings and attempts. What products and articles
say stays in their own rooms; lessons name them.
"""
