

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Business',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.TextField()),
                ('siret', models.TextField(blank=True)),
                ('vat', models.CharField(choices=[('standard', 'standard'), ('franchise', 'franchise')], default='standard', max_length=10)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('vat__in', ['standard', 'franchise'])), name='business_vat_known')],
            },
        ),
        migrations.CreateModel(
            name='Venue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=100, unique=True)),
                ('name', models.TextField()),
                ('family', models.CharField(blank=True, max_length=40)),
                ('timezone', models.CharField(max_length=60)),
                ('country', models.CharField(default='FR', max_length=2)),
                ('region', models.TextField(blank=True)),
                ('currency', models.CharField(default='EUR', max_length=3)),
                ('street', models.TextField(blank=True)),
                ('postcode', models.TextField(blank=True)),
                ('city', models.TextField(blank=True)),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
                ('phone', models.CharField(blank=True, max_length=30)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('opening', models.JSONField()),
                ('public_holidays', models.CharField(default='closed', max_length=10)),
                ('grid_minutes', models.PositiveSmallIntegerField(default=15)),
                ('flush_to_previous', models.BooleanField(default=False)),
                ('slot_policy', models.CharField(default='all', max_length=10)),
                ('max_wait', models.PositiveSmallIntegerField(default=0)),
                ('lead_minutes', models.PositiveIntegerField(default=0)),
                ('horizon_days', models.PositiveIntegerField(default=60)),
                ('cancel_hours', models.PositiveSmallIntegerField(default=24)),
                ('approves_first', models.BooleanField(default=False)),
                ('published', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('business', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='venues.business')),
            ],
        ),
        migrations.CreateModel(
            name='Room',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.TextField()),
                ('name', models.TextField(blank=True)),
                ('kind', models.TextField()),
                ('units', models.PositiveSmallIntegerField(default=1)),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rooms', to='venues.venue')),
            ],
        ),
        migrations.CreateModel(
            name='Resource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('key', models.TextField()),
                ('name', models.TextField()),
                ('active', models.BooleanField(default=True)),
                ('room', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='venues.room')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='venues.venue')),
            ],
        ),
        migrations.CreateModel(
            name='OpeningException',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('hours', models.JSONField()),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exceptions', to='venues.venue')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('owner', 'owner')], max_length=20)),
                ('business', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='venues.business')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('business', 'user'), name='membership_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='venue',
            constraint=models.CheckConstraint(condition=models.Q(('slot_policy__in', ['all', 'no_gaps'])), name='venue_slot_policy_known'),
        ),
        migrations.AddConstraint(
            model_name='venue',
            constraint=models.CheckConstraint(condition=models.Q(('public_holidays__in', ['closed', 'open'])), name='venue_holidays_known'),
        ),
        migrations.AddConstraint(
            model_name='venue',
            constraint=models.CheckConstraint(condition=models.Q(('grid_minutes__gte', 5)), name='venue_grid_whole_steps'),
        ),
        migrations.AddConstraint(
            model_name='room',
            constraint=models.UniqueConstraint(fields=('venue', 'key'), name='room_key_once_a_venue'),
        ),
        migrations.AddConstraint(
            model_name='resource',
            constraint=models.UniqueConstraint(fields=('venue', 'key'), name='resource_key_once_a_venue'),
        ),
        migrations.AddConstraint(
            model_name='openingexception',
            constraint=models.UniqueConstraint(fields=('venue', 'date'), name='opening_exception_once_a_date'),
        ),
    ]
