"""JSON over HTTP as a client sees it, and the OpenAPI document that says how."""

import json
import urllib.error
import urllib.request

import pytest
from google.protobuf import json_format
from google.rpc import status_pb2
from jsonschema import Draft202012Validator
from mujaz.v1 import analysis_service_pb2 as pb
from mujaz.v1 import analysis_service_pb2_grpc as rpc
from openapi_spec_validator import validate

from conftest import PATIENCE
from test_client import DOCUMENTS, EVERYTHING


@pytest.fixture(scope="session")
def ask(address):
    def send(path, message=None):
        """Returns the code and the JSON of an answer; posts a message if there is one."""
        body = message if isinstance(message, (bytes, type(None))) else json.dumps(message).encode()
        asked = urllib.request.Request(f"http://{address}{path}", body)
        if body is not None:
            asked.add_header("content-type", "application/json")
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    return send


@pytest.fixture(scope="session")
def openapi(ask):
    code, document = ask("/openapi.json")
    assert code == 200
    return document


def fits(openapi, reference, value):
    """Fails where a value is not as its schema says."""
    schema = {"$ref": reference["$ref"], "components": openapi["components"]}
    Draft202012Validator(schema).validate(value)


def of_call(openapi, path, method):
    operation = openapi["paths"][path][method]
    content = operation["responses"]["200"]["content"]
    return content["application/json"]["schema"]


def without_times(message):
    for each in getattr(message, "results", [message]):
        part = getattr(each, "response", each)
        if part.HasField("statistics"):
            part.statistics.ClearField("processing_time")
    return message


def test_the_document_is_openapi(openapi):
    validate(openapi)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.id)
def test_answers_are_those_of_grpc(openapi, ask, channel, document):
    path = "/v1/documents:analyze"
    asked = pb.AnalyzeDocumentRequest(document=document, **EVERYTHING)
    message = json_format.MessageToDict(asked)
    body = openapi["paths"][path]["post"]["requestBody"]["content"]["application/json"]
    fits(openapi, body["schema"], message)
    code, answer = ask(path, message)
    assert code == 200
    fits(openapi, of_call(openapi, path, "post"), answer)
    expected = rpc.AnalysisServiceStub(channel).AnalyzeDocument(asked)
    read = json_format.ParseDict(answer, pb.AnalyzeDocumentResponse())
    assert without_times(read) == without_times(expected)


def test_batches_and_their_errors_are_those_of_grpc(openapi, ask, channel):
    path = "/v1/documents:batchAnalyze"
    requests = [pb.AnalyzeDocumentRequest(document=one) for one in DOCUMENTS[:2]]
    asked = pb.BatchAnalyzeDocumentsRequest(requests=[*requests, pb.AnalyzeDocumentRequest()])
    code, answer = ask(path, json_format.MessageToDict(asked))
    assert code == 200
    fits(openapi, of_call(openapi, path, "post"), answer)
    expected = rpc.AnalysisServiceStub(channel).BatchAnalyzeDocuments(asked)
    read = json_format.ParseDict(answer, pb.BatchAnalyzeDocumentsResponse())
    assert read.results[2].error == expected.results[2].error
    assert without_times(read) == without_times(expected)


@pytest.mark.parametrize("path", ["/v1/topics", "/v1/topics?languageCode=ar", "/v1/info"])
def test_what_is_listed_fits_its_schema(openapi, ask, path):
    code, answer = ask(path)
    assert code == 200
    fits(openapi, of_call(openapi, path.split("?")[0], "get"), answer)


@pytest.mark.parametrize(
    ("path", "message", "expected"),
    [
        ("/v1/documents:analyze", {}, 400),
        ("/v1/documents:analyze", {"text": "A."}, 400),
        ("/v1/documents:analyze", b"{", 400),
        ("/v1/documents:translate", {}, 404),
        ("/v1/info", {}, 405),
    ],
)
def test_errors_fit_their_schema(openapi, ask, path, message, expected):
    code, error = ask(path, message)
    assert code == expected
    error_schema = openapi["components"]["responses"]["Error"]["content"]["application/json"]
    fits(openapi, error_schema["schema"], error)
    read = json_format.ParseDict(error, status_pb2.Status())
    assert read.code in (3, 12)
    assert read.details
