"""Exercises, boards and scoring for people who learn to sell to key accounts."""
