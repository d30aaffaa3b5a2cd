namespace LockGraph.Reports;

/// <summary>Colours and lines of pictures, light and dark. The kind of a line is told by its dashes as well as by its colour.</summary>
internal static class SvgStyle
{
    /// <summary>The rules, for a <c>style</c> element.</summary>
    public const string Rules = """
        .lg-page{fill:#ffffff}
        .lg-box{fill:#f6f8fa;stroke:#656d76;stroke-width:1.2}
        .lg-group{fill:#ddf4ff;stroke:#0969da;stroke-width:1.2}
        .lg-missing{fill:#ffffff;stroke:#818b98;stroke-width:1.2;stroke-dasharray:4 3}
        .lg-ring{fill:#fff1f0;stroke:#cf222e;stroke-width:2}
        .lg-title{font:600 13px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#1f2328}
        .lg-note{font:11px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#59636e}
        .lg-heading{font:600 16px system-ui,"DejaVu Sans","Segoe UI",Helvetica,Arial,sans-serif;fill:#1f2328}
        .lg-legend{font:12px system-ui,"DejaVu Sans","Segoe UI",Helvetica,Arial,sans-serif;fill:#59636e}
        .lg-alarm{font:600 12px system-ui,"DejaVu Sans","Segoe UI",Helvetica,Arial,sans-serif;fill:#cf222e}
        .lg-line{fill:none;stroke:#454c54;stroke-width:1.5}
        .lg-head{fill:#454c54}
        .lg-seen{fill:none;stroke:#0969da;stroke-width:1.5;stroke-dasharray:9 4}
        .lg-seen-head{fill:#0969da}
        .lg-promise{fill:none;stroke:#818b98;stroke-width:1.5;stroke-dasharray:2 4}
        .lg-promise-head{fill:#818b98}
        .lg-red{fill:none;stroke:#cf222e;stroke-width:2}
        .lg-red-head{fill:#cf222e}
        @media (prefers-color-scheme:dark){
        .lg-page{fill:#0d1117}
        .lg-box{fill:#1c2128;stroke:#8b949e}
        .lg-group{fill:#121d2f;stroke:#4493f8}
        .lg-missing{fill:#0d1117;stroke:#8b949e}
        .lg-ring{fill:#2a1215;stroke:#f85149}
        .lg-title,.lg-heading{fill:#f0f6fc}
        .lg-note,.lg-legend{fill:#a6adb7}
        .lg-alarm{fill:#ff7b72}
        .lg-line{stroke:#b1bac4}
        .lg-head{fill:#b1bac4}
        .lg-seen{stroke:#4493f8}
        .lg-seen-head{fill:#4493f8}
        .lg-promise{stroke:#8b949e}
        .lg-promise-head{fill:#8b949e}
        .lg-red{stroke:#f85149}
        .lg-red-head{fill:#f85149}
        }
        """;

    /// <summary>The class of a line; its arrow head has the same name with <c>-head</c>. Where nothing is declared, what is seen is the plain case.</summary>
    public static string Of(DrawnLine line, bool isDeclared) => line.IsInRing || line.Standing == EdgeStanding.AgainstDeclared ? "lg-red" : line.Standing switch
    {
        EdgeStanding.SeenOnly when isDeclared => "lg-seen",
        EdgeStanding.DeclaredOnly => "lg-promise",
        _ => "lg-line",
    };

    /// <summary>The class of the arrow head of a line.</summary>
    public static string HeadOf(string line) => line == "lg-line" ? "lg-head" : line + "-head";

    /// <summary>The class of a box.</summary>
    public static string Of(BoxKind kind) => kind switch
    {
        BoxKind.Group => "lg-group",
        BoxKind.NotFound => "lg-missing",
        _ => "lg-box",
    };

    /// <summary>What a line means, for the legend.</summary>
    public static string Meaning(string line, bool isDeclared) => line switch
    {
        "lg-red" => "no order fits",
        "lg-seen" => "seen, not declared",
        "lg-promise" => "declared, never seen",
        _ => isDeclared ? "declared and seen" : "seen",
    };
}
