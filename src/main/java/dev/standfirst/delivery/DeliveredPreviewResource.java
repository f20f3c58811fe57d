package dev.standfirst.delivery;

import dev.standfirst.article.preview.PreviewService;
import dev.standfirst.shared.openapi.AlsoAnswers;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Stories that are not live, for whoever was sent a link. */
@Path("/v1/preview")
@Tag(name = "previews", description = "Stories that are not live, for whoever was sent a link")
public class DeliveredPreviewResource {
    private final PreviewService previews;
    private final DeliveredPreviews stories;

    DeliveredPreviewResource(PreviewService previews, DeliveredPreviews stories) {
        this.previews = previews;
        this.stories = stories;
    }

    @GET
    @Path("{token}")
    @ResponseHeader(name = "X-Robots-Tag", value = "noindex")
    @Operation(
            operationId = "getPreview",
            summary = "Read a revision of an article that somebody at the desk lets others see",
            description =
                    "As a live article would be. Nobody is to keep it (`Cache-Control: no-store`), and search engines are to leave it out (`X-Robots-Tag: noindex`).")
    @AlsoAnswers(410)
    public DeliveredArticle get(
            @RestPath @Parameter(description = "What the preview was given out with", example = "pv_AZ…") String token,
            @BeanParam BodyQuery form) {
        return stories.delivered(previews.open(token), form);
    }
}
