"""The only package that imports nameko, kombu and eventlet. Imports nothing itself, so that the
gateway can take `chassis.bus.client` without Nameko.
"""
