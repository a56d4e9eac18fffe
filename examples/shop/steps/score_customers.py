"""Score every customer and write the result to the lake."""

import os

if __name__ == "__main__":
    print(f"scoring with {os.environ['MODEL']}")
