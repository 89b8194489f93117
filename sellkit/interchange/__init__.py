"""Deals and accounts as files that other people and programs read and write.

kinds                       what can stand in a file, with its version
record_file                 a deal or an account as JSON or YAML; older versions are read too
deal_file, account_file     the same for one of the two
files                       a file of any kind, by its ending
writing, reading            a sheet, a deal or an account as an Excel workbook that salespeople fill in, and back
forms                       which lists share a page of the workbook, and in which of the `shapes`
layout                      how a workbook is marked, so that everything in it is found again
"""
