"""Runs the program: reads settings, wires everything, receives updates, delivers messages, ticks. Nothing
imports it.
"""
