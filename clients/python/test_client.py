"""The contract as a client sees it that shares no code with the server."""

import json
import os
import queue
import subprocess
import sys
from pathlib import Path

import grpc
import pytest
from google.protobuf import json_format
from google.rpc import error_details_pb2
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_status import rpc_status
from mujaz.v1 import analysis_service_pb2 as pb
from mujaz.v1 import analysis_service_pb2_grpc as rpc
from mujaz.v1.document_pb2 import Document
from mujaz.v1.summary_pb2 import SummaryOptions
from mujaz.v1.topic_pb2 import DOCUMENT_FIELD_TITLE, ClassificationOptions

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds" / "documents.jsonl"
LINES = SEEDS.read_text(encoding="utf-8").splitlines()
DOCUMENTS = [json_format.ParseDict(json.loads(line), Document()) for line in LINES]
# Asks for all that an answer can hold.
EVERYTHING = {
    "summary_options": SummaryOptions(include_all_sentences=True),
    "classification_options": ClassificationOptions(
        include_evidence=True, include_unassigned=True
    ),
}


@pytest.fixture
def service(channel):
    return rpc.AnalysisServiceStub(channel)


def request(text):
    return pb.AnalyzeDocumentRequest(document=Document(text=text))


def cuts(text, span):
    """Cuts a text at a span in each of the three units."""
    utf8 = text.encode("utf-8")
    utf16 = text.encode("utf-16-le")
    return [
        text[span.code_point_start : span.code_point_end],
        utf8[span.utf8_start : span.utf8_end].decode("utf-8"),
        utf16[2 * span.utf16_start : 2 * span.utf16_end].decode("utf-16-le"),
    ]


def told(status):
    """Returns reason, domain and the paths of all bad fields."""
    info = error_details_pb2.ErrorInfo()
    bad = error_details_pb2.BadRequest()
    for detail in status.details:
        # Unpack does nothing for a detail of another type.
        detail.Unpack(info)
        detail.Unpack(bad)
    return info.reason, info.domain, [one.field for one in bad.field_violations]


def refused(call, asked):
    with pytest.raises(grpc.RpcError) as caught:
        call(asked)
    assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    return told(rpc_status.from_call(caught.value))


@pytest.mark.parametrize("name", ["", "mujaz.v1.AnalysisService"])
def test_health(channel, name):
    answer = health_pb2_grpc.HealthStub(channel).Check(
        health_pb2.HealthCheckRequest(service=name)
    )
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_spans_cut_the_document_in_every_unit(service, document):
    answer = service.AnalyzeDocument(
        pb.AnalyzeDocumentRequest(document=document, **EVERYTHING)
    )
    assert answer.document_id == document.id
    summary = answer.summary
    assert len(summary.sentences) == 3
    assert len(summary.all_sentences) == answer.statistics.sentences
    for sentence in [*summary.sentences, *summary.all_sentences]:
        assert cuts(document.text, sentence.span) == [sentence.text] * 3

    evidence = [one for topic in answer.topics for one in topic.evidence]
    assert evidence
    for one in evidence:
        in_title = one.field == DOCUMENT_FIELD_TITLE
        source = document.title if in_title else document.text
        assert cuts(source, one.span) == [one.matched_text] * 3
        assert one.HasField("sentence_index") != in_title


def test_characters_beyond_the_basic_plane(service):
    # Every unit counts this one differently: 1 code point, 2 of UTF-16, 4 of
    # UTF-8. The samples have none.
    text = "🌊 Floods closed the coast road. 🚒 Crews worked all night."
    answer = service.AnalyzeDocument(request(text))
    assert len(answer.summary.sentences) == 2
    for sentence in answer.summary.sentences:
        assert cuts(text, sentence.span) == [sentence.text] * 3


def test_a_bad_document_never_fails_its_batch(service):
    requests = [pb.AnalyzeDocumentRequest(document=document) for document in DOCUMENTS]
    bad = pb.AnalyzeDocumentRequest(document=Document(id="blank", text=" \n"))
    requests.insert(1, bad)
    answer = service.BatchAnalyzeDocuments(
        pb.BatchAnalyzeDocumentsRequest(requests=requests)
    )
    for index, (asked, result) in enumerate(zip(requests, answer.results, strict=True)):
        assert (result.index, result.document_id) == (index, asked.document.id)
        expected = "error" if asked is bad else "response"
        assert result.WhichOneof("outcome") == expected
    error = answer.results[1].error
    assert error.code == grpc.StatusCode.INVALID_ARGUMENT.value[0]
    assert told(error)[:2] == ("EMPTY_TEXT", "mujaz")


def test_a_stream_answers_each_document_before_the_next_is_sent(service):
    asked = queue.SimpleQueue()
    answers = service.StreamAnalyzeDocuments(iter(asked.get, None))
    documents = [*DOCUMENTS[:2], Document(id="blank"), *DOCUMENTS[2:]]
    for index, document in enumerate(documents):
        asked.put(pb.StreamAnalyzeDocumentsRequest(document=document))
        answer = next(answers)
        assert (answer.index, answer.document_id) == (index, document.id)
        expected = "response" if document.text else "error"
        assert answer.WhichOneof("outcome") == expected
    asked.put(None)
    assert list(answers) == []
    assert answers.code() == grpc.StatusCode.OK


def test_an_empty_text_is_told_with_its_field(service):
    assert refused(service.AnalyzeDocument, request("")) == (
        "EMPTY_TEXT",
        "mujaz",
        ["document.text"],
    )


def test_every_bad_field_is_told_by_the_path_in_its_own_message(service):
    asked = pb.SummarizeDocumentRequest(
        document=Document(text="A sentence."),
        options=SummaryOptions(max_sentences=0, max_ratio=-1),
    )
    reason, domain, paths = refused(service.SummarizeDocument, asked)
    assert (reason, domain) == ("OPTION_OUT_OF_RANGE", "mujaz")
    assert sorted(paths) == ["options.max_ratio", "options.max_sentences"]


def test_an_unknown_enum_number_is_refused(service):
    # Enums of proto3 are open: a newer client may send what this server lacks.
    asked = request("A sentence.")
    asked.summary_options.algorithm = 99
    assert refused(service.AnalyzeDocument, asked) == (
        "OPTION_OUT_OF_RANGE",
        "mujaz",
        ["summary_options.algorithm"],
    )


def test_the_command_line_writes_canonical_json(service, program):
    flags = ["--all-sentences", "--evidence", "--all-topics"]
    output = subprocess.run(
        [program, "analyze", "--input", "jsonl", *flags, SEEDS],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ).stdout
    for document, line in zip(DOCUMENTS, output.splitlines(), strict=True):
        written = json.loads(line)
        near = json_format.ParseDict(
            written, pb.AnalyzeDocumentResponse(), ignore_unknown_fields=False
        )
        # The parser is lenient; the printer shows the one canonical form.
        assert written == json_format.MessageToDict(near)
        far = service.AnalyzeDocument(
            pb.AnalyzeDocumentRequest(document=document, **EVERYTHING)
        )
        for answer in (near, far):
            answer.statistics.ClearField("processing_time")
        assert near == far


def test_the_example_runs(address):
    shown = subprocess.run(
        [sys.executable, ROOT / "clients" / "python" / "example.py", address],
        check=True,
        stdout=subprocess.PIPE,
        # Not the encoding of the machine, on either side.
        env={**os.environ, "PYTHONUTF8": "1"},
        encoding="utf-8",
    ).stdout
    assert "The central bank raised interest rates on Monday." in shown
    assert "economy" in shown
