package dev.standfirst.shared.media;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture that lies elsewhere, by its address. */
@Schema(description = "A picture, by its address")
public record Image(
        @Schema(
                description = "Where the picture lies",
                format = "uri",
                examples = "https://images.example.org/harbour/fog.jpg")
        @NotBlank
        @HttpUrl
        String url,

        @Schema(
                description =
                        "What the picture shows, for those who do not see it; empty for mere decoration (HTML, section 4.8.4.4)")
        @NotNull
        @Size(max = 1000)
        String alt,

        @Schema(description = "The text below the picture") @Size(max = 1000) @Nullable
        String caption,

        @Schema(description = "Whose picture it is") @Size(max = 300) @Nullable
        String credit,

        @Schema(description = "Width in pixels") @Min(1) @Max(100_000) @Nullable
        Integer width,

        @Schema(description = "Height in pixels") @Min(1) @Max(100_000) @Nullable
        Integer height) {}
