// Two exporters stand behind the interface, and one of them comes back to the lock that is held.
// static-only: the run gives the gallery the other exporter.
using LockGraph;

namespace Parity.LockInterfaceOtherImplementation;

public interface IExporter
{
    void Export(Gallery gallery);
}

public sealed class Gallery(IExporter exporter)
{
    private readonly TrackedLock _pictures = new();
    private int _shown;

    public static void Run()
    {
        var gallery = new Gallery(new TextExporter());
        gallery.Show(2);
        new ImageExporter().Export(gallery);
    }

    public void Show(int pictures)
    {
        using (_pictures.EnterScope())
        {
            _shown += pictures;
            exporter.Export(this); // expect-any: LG1002 Gallery._pictures > ImageExporter._canvas
        }
    }

    public int Shown()
    {
        using (_pictures.EnterScope()) // expect-any: LG1002 Gallery._pictures > ImageExporter._canvas
        {
            return _shown;
        }
    }
}

public sealed class TextExporter : IExporter
{
    public void Export(Gallery gallery) => _ = gallery.ToString();
}

public sealed class ImageExporter : IExporter
{
    private readonly TrackedLock _canvas = new();
    private int _drawn;

    public void Export(Gallery gallery)
    {
        using (_canvas.EnterScope()) // expect-any: LG1002 Gallery._pictures > ImageExporter._canvas
        {
            _drawn += gallery.Shown(); // expect-any: LG1002 Gallery._pictures > ImageExporter._canvas
        }
    }
}
