// assembly: Base
namespace Base;

public class Log
{
    private readonly SemaphoreSlim _slots = new(1);

    public async Task WriteAsync()
    {
        await _slots.WaitAsync();
        try
        {
        }
        finally
        {
            _slots.Release();
        }
    }

    public async Task UpdateAsync(Func<Task> update)
    {
        await _slots.WaitAsync();
        try
        {
            await update();
        }
        finally
        {
            _slots.Release();
        }
    }
}
// assembly: Middle
namespace Middle;

public class Service(Base.Log log)
{
    public Task Record() => log.WriteAsync();

    public Task Change(Func<Task> change) => log.UpdateAsync(change);
}
// assembly: Top
using Middle;

public sealed class App(Service service)
{
    private readonly SemaphoreSlim _own = new(1);

    public async Task One()
    {
        await _own.WaitAsync();
        try
        {
            await service.Record(); // expect-any: LG1002
        }
        finally
        {
            _own.Release();
        }
    }

    public Task Other() => service.Change(async () => // expect-any: LG1002
    {
        await _own.WaitAsync();
        try
        {
        }
        finally
        {
            _own.Release();
        }
    });
}
