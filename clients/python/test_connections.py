"""Connections that end for their age while gRPC's own core makes calls on them."""

from concurrent.futures import ThreadPoolExecutor

import grpc
from conftest import PATIENCE, serving
from mujaz.v1 import analysis_service_pb2 as pb
from mujaz.v1 import analysis_service_pb2_grpc as rpc

CALLERS = 16
CALLS = 150


def test_no_call_is_lost_when_connections_grow_old(program):
    arguments = ["--max-connection-age", "100ms", "--log", "info,mujaz::grpc=warn"]
    with serving(program, *arguments) as address, grpc.insecure_channel(address) as channel:
        service = rpc.AnalysisServiceStub(channel)

        def call(_):
            # Raises if it is lost.
            service.GetServiceInfo(pb.GetServiceInfoRequest(), timeout=PATIENCE)
            return 1

        with ThreadPoolExecutor(CALLERS) as callers:
            done = sum(callers.map(call, range(CALLERS * CALLS)))
    assert done == CALLERS * CALLS
