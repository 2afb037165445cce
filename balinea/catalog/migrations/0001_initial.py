

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('venues', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.TextField()),
                ('name', models.TextField()),
                ('category', models.TextField(blank=True)),
                ('treatment', models.CharField(blank=True, db_index=True, max_length=60)),
                ('price_minor', models.PositiveBigIntegerField()),
                ('minutes', models.PositiveIntegerField()),
                ('phases', models.JSONField()),
                ('buffer_before', models.PositiveSmallIntegerField(default=0)),
                ('buffer_after', models.PositiveSmallIntegerField(default=0)),
                ('room_kind', models.TextField(blank=True)),
                ('active', models.BooleanField(default=True)),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='venues.venue')),
            ],
        ),
        migrations.CreateModel(
            name='Performer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('minutes', models.JSONField(null=True)),
                ('price_minor', models.PositiveBigIntegerField(null=True)),
                ('resource', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='performs', to='venues.resource')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='performers', to='catalog.service')),
            ],
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.UniqueConstraint(fields=('venue', 'key'), name='service_key_once_a_venue'),
        ),
        migrations.AddConstraint(
            model_name='performer',
            constraint=models.UniqueConstraint(fields=('service', 'resource'), name='performer_once_a_service'),
        ),
    ]
