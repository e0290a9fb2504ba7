"""Analyses one document: python example.py [ADDRESS]"""

import sys

import grpc
from mujaz.v1 import analysis_service_pb2 as pb
from mujaz.v1 import analysis_service_pb2_grpc as rpc
from mujaz.v1.document_pb2 import Document

TEXT = (
    "The central bank raised interest rates on Monday. Shares fell in London. "
    "Analysts had expected a smaller step. The bank's governor said that "
    "inflation remained too high. It will decide again in March."
)

address = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:50051"
with grpc.insecure_channel(address) as channel:
    service = rpc.AnalysisServiceStub(channel)
    request = pb.AnalyzeDocumentRequest(document=Document(text=TEXT))
    answer = service.AnalyzeDocument(request, timeout=10)

for sentence in answer.summary.sentences:
    print(f"{sentence.rank}. {sentence.text}")
for topic in answer.topics:
    print(f"{topic.topic_id} ({topic.confidence:.0%})")
