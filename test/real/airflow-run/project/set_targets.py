import os

print(f"targets are revenue times {os.environ['FACTOR']}")
