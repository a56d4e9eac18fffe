/** `openwhisk.py` of the package beside the DAGs. */
export const OPENWHISK = String.raw`"""Read the answers of OpenWhisk."""

from typing import Any


def activation_id(response: Any) -> str:
    """Id of the activation that was started."""
    return response.json()["activationId"]


def activation_succeeded(response: Any) -> bool:
    """Whether the activation ended well. A failed one fails the task: asking again would not help."""
    from airflow.sdk.exceptions import AirflowFailException

    record = response.json()["response"]
    if not record["success"]:
        raise AirflowFailException(f"the action failed: {record.get('result')}")
    return True
`;
