package dev.standfirst.shared.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Something under management's addresses. */
@Path("/v1/manage/probe")
public class ProbeManagementResource {

    @GET
    public String get() {
        return "managed";
    }
}
