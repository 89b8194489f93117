"""Deals as files that other people and programs read and write.

deal_file   a deal as JSON or YAML, with a version; older versions are read too
workbook    a deal as an Excel workbook that salespeople fill in, and the deal in a workbook that came back
"""
